"""Whether a page still says what its articles say: everything is computed again from the page alone."""

from summarizer.rendering.verification.findings import Finding, Verification
from summarizer.rendering.verification.verifying import verify

__all__ = ["Finding", "Verification", "verify"]
