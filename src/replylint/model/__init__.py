"""What passes between the rooms: drafts in, reports out."""

from replylint.model.draft import Agent, Customer, Draft, Language
from replylint.model.report import Act, Edit, Finding, Fix, Report, Segment, Severity, Status, Verdict

__all__ = [
    "Act",
    "Agent",
    "Customer",
    "Draft",
    "Edit",
    "Finding",
    "Fix",
    "Language",
    "Report",
    "Segment",
    "Severity",
    "Status",
    "Verdict",
]
