"""One small export of each product, all of the same forty made-up cases."""

from datetime import datetime, timedelta

HEADINGS = {
    "Zendesk": [
        "Summation column", "Id", "Requester", "Requester id", "Requester external id",
        "Requester email", "Requester domain", "Submitter", "Assignee", "Group", "Subject", "Tags",
        "Status", "Priority", "Via", "Ticket type", "Created at", "Updated at", "Assigned at",
        "Organization", "Due date", "Initially assigned at", "Solved at", "Resolution time",
        "Satisfaction Score", "Group stations", "Assignee stations", "Reopens", "Replies",
        "First reply time in minutes", "First reply time in minutes within business hours",
        "First resolution time in minutes",
        "First resolution time in minutes within business hours",
        "Full resolution time in minutes", "Full resolution time in minutes within business hours",
    ],
    "Freshdesk": [
        "Ticket ID", "Subject", "Status", "Priority", "Source", "Type", "Agent", "Group",
        "Created time", "Due by Time", "Resolved time", "Closed time", "Last update time",
        "Initial response time", "Time tracked", "First response time (in hrs)",
        "Resolution time (in hrs)", "Agent interactions", "Customer interactions",
        "Resolution status", "First response status", "Tags", "Survey results",
        "Association type", "Product", "Every response status", "Full name", "Contact ID",
    ],
    "HubSpot": [
        "Ticket ID", "Ticket name", "Ticket description", "Pipeline", "Ticket status", "Priority",
        "Create date", "Close date", "Last Closed Date", "Ticket owner", "HubSpot team", "Source",
        "Category", "Time to first agent email reply (HH:mm:ss)",
        "Time to first response in SLA hours", "Time to close in SLA hours",
        "Last CSAT survey rating", "Last customer reply date", "Associated Contact IDs",
    ],
    "Intercom": [
        "Conversation ID", "Conversation started at (America/Lima)",
        "Conversation first replied at (America/Lima)",
        "Conversation first closed at (America/Lima)",
        "Conversation last closed at (America/Lima)", "Current conversation state", "Channel",
        "Conversation tag", "Teammate currently assigned", "Team currently assigned", "Topics",
        "Ticket type", "User ID", "First response time (seconds)",
        "First response time, only within office hours (seconds)", "Time to close (seconds)",
        "Time to close, within office hours (seconds)", "Last teammate rating",
        "Last teammate rating remark",
    ],
    "Jira Service Management": [
        "Summary", "Issue key", "Issue id", "Issue Type", "Status", "Project key", "Project name",
        "Priority", "Resolution", "Assignee", "Assignee Id", "Reporter", "Reporter Id", "Created",
        "Updated", "Last Viewed", "Resolved", "Custom field (Request Type)", "Satisfaction rating",
        "Custom field (Satisfaction date)", "Custom field (Time to first response)",
        "Custom field (Time to resolution)", "Custom field ([CHART] Date of First Response)",
        "Comment", "Comment", "Status Category",
    ],
    "ServiceNow": [
        "number", "state", "caller_id", "opened_at", "sys_created_on", "sys_updated_on",
        "contact_type", "category", "assignment_group", "assigned_to", "reopen_count",
        "made_sla", "resolved_at", "closed_at", "short_description", "calendar_stc",
        "business_stc",
    ],
}  # fmt: skip
CASES = 40
OPEN = 4
"""The last so many are not resolved."""
OFFICE = 3
"""The help desk itself counts one hour in so many as business hours."""
START = datetime(2026, 3, 2, 9, 20)


def rows(product: str) -> list[list[str]]:
    """The export, headings first. Case i takes i + 1 hours, and waits 30 minutes at first."""
    return [HEADINGS[product], *([_case(product, i)[name] for name in HEADINGS[product]]
                                 for i in range(CASES))]  # fmt: skip


def _case(product: str, i: int) -> dict[str, str]:
    start = START + timedelta(hours=19 * i)
    answer, end = start + timedelta(minutes=30), start + timedelta(hours=i + 1)
    done = i < CASES - OPEN
    office = str(timedelta(hours=i + 1) / OFFICE)
    made = {name: "" for name in HEADINGS[product]}
    topic, group = ("Delivery", "Returns")[i % 2], ("Front desk", "Back office")[i % 2]
    who = f"Customer {i // 2}"
    if product == "Zendesk":
        at = "%Y-%m-%d %H:%M"
        made |= {
            "Summation column": str(i + 1),
            "Id": str(100 + i),
            "Requester": who,
            "Requester email": f"c{i // 2}@example.com",
            "Requester id": str(9000 + i // 2),
            "Submitter": who,
            "Assignee": "Priya Nair",
            "Group": group,
            "Status": "Solved" if done else "Open",
            "Via": ("Mail", "Chat")[i % 2],
            "Ticket type": ("Problem", "Question")[i % 2],
            "Created at": f"{start:{at}}",
            "Updated at": f"{end:{at}}",
            "Solved at": f"{end:{at}}" if done else "",
            "Satisfaction Score": ("Good", "Good", "Bad", "Offered")[i % 4],
            "Reopens": "1" if i % 10 == 0 else "0",
            "First reply time in minutes": "30",
            "First reply time in minutes within business hours": "10",
            "Resolution time": str(i + 1) if done else "",
            "Full resolution time in minutes": str(60 * (i + 1)) if done else "",
            "Full resolution time in minutes within business hours": str(60 * (i + 1) // OFFICE)
            if done
            else "",
            "Subject": f"Something about order {i}",
        }
    elif product == "Freshdesk":
        at = "%Y-%m-%d %H:%M:%S"
        made |= {
            "Ticket ID": str(i),
            "Status": "Closed" if done else "Pending",
            "Type": topic,
            "Source": ("Email", "Phone")[i % 2],
            "Agent": "Tom Okoro",
            "Group": group,
            "Created time": f"{start:{at}}",
            "Resolved time": f"{end:{at}}" if done else "",
            "Closed time": f"{end:{at}}" if done else "",
            "Last update time": f"{end:{at}}",
            "Initial response time": f"{answer:{at}}",
            "First response time (in hrs)": "00:30:00",
            "Resolution time (in hrs)": f"{i + 1:02d}:00:00" if done else "",
            "Resolution status": ("Within SLA", "SLA Violated")[i % 4 == 3] if done else "",
            "Survey results": ("Happy", "Extremely happy", "Neutral", "")[i % 4],
            "Full name": who,
            "Contact ID": str(500 + i // 2),
            "Subject": f"Something about order {i}",
        }
    elif product == "HubSpot":
        at = "%Y-%m-%d %H:%M"
        made |= {
            "Ticket ID": str(i),
            "Ticket status": "Closed" if done else "Waiting on us",
            "Pipeline": "Support",
            "Create date": f"{start:{at}}",
            "Close date": f"{end:{at}}" if done else "",
            "Ticket owner": "Ana Reyes",
            "HubSpot team": group,
            "Source": ("Email", "Form")[i % 2],
            "Category": topic,
            "Time to first agent email reply (HH:mm:ss)": "00:30:00",
            "Time to first response in SLA hours": "00:10:00",
            "Time to close in SLA hours": office if done else "",
            "Last Closed Date": f"{end:{at}}" if done else "",
            "Last CSAT survey rating": ("5", "4", "2", "")[i % 4],
            "Associated Contact IDs": str(700 + i // 2),
        }
    elif product == "Intercom":
        at = "%Y-%m-%d %H:%M:%S"
        made |= {
            "Conversation ID": str(10_000 + i),
            "User ID": f"u{i // 2}",
            "Topics": topic,
            "Conversation started at (America/Lima)": f"{start:{at}}",
            "Conversation first replied at (America/Lima)": f"{answer:{at}}",
            "Conversation first closed at (America/Lima)": f"{end:{at}}" if done else "",
            "Conversation last closed at (America/Lima)": f"{end:{at}}" if done else "",
            "Current conversation state": "Closed" if done else "Snoozed",
            "Channel": ("Messenger", "Email")[i % 2],
            "Teammate currently assigned": "Ines Duarte",
            "Team currently assigned": group,
            "First response time (seconds)": "1800",
            "First response time, only within office hours (seconds)": "600",
            "Time to close (seconds)": str(3600 * (i + 1)) if done else "",
            "Time to close, within office hours (seconds)": str(3600 * (i + 1) // OFFICE)
            if done
            else "",
            "Last teammate rating": ("5", "4", "2", "")[i % 4],
        }
    elif product == "Jira Service Management":
        at = "%d/%b/%y %I:%M %p"
        made |= {
            "Summary": f"Something about order {i}", "Issue key": f"CARE-{i}",
            "Issue id": str(30_000 + i), "Issue Type": "Service Request",
            "Status": "Resolved" if done else "Waiting for support", "Project key": "CARE",
            "Resolution": "Done" if done else "", "Assignee": "Li Wen", "Reporter": who,
            "Reporter Id": f"r{i // 2}", "Created": f"{start:{at}}", "Updated": f"{end:{at}}",
            "Resolved": f"{end:{at}}" if done else "",
            "Satisfaction rating": ("5", "4", "2", "")[i % 4],
            "Custom field (Request Type)": topic,
            "Custom field ([CHART] Date of First Response)": f"{answer:{at}}",
            "Custom field (Time to first response)": "3:30", "Comment": "Called back.",
            "Custom field (Time to resolution)": "-1:15",
        }  # fmt: skip
    else:
        at = "%Y-%m-%d %H:%M:%S"
        made |= {
            "number": f"INC{i:07d}",
            "state": "Closed" if done else "In Progress",
            "caller_id": who,
            "opened_at": f"{start:{at}}",
            "sys_created_on": f"{start:{at}}",
            "sys_updated_on": f"{end:{at}}",
            "contact_type": ("phone", "email")[i % 2],
            "category": topic,
            "assignment_group": group,
            "assigned_to": "Sam Hughes",
            "reopen_count": str(int(i % 10 == 0)),
            "made_sla": ("true", "false")[i % 4 == 3],
            "resolved_at": f"{end:{at}}" if done else "",
            "short_description": f"About order {i}",
            "closed_at": f"{end:{at}}" if done else "",
            "calendar_stc": str(3600 * (i + 1)) if done else "",
            "business_stc": str(3600 * (i + 1) // OFFICE) if done else "",
        }
    return made
