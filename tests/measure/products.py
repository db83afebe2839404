"""One small export of each product, all of the same forty made-up cases."""

from datetime import datetime, timedelta

HEADINGS = {
    "Zendesk": [
        "ID", "Requester", "Requester id", "Requester email", "Submitter", "Assignee", "Group",
        "Subject", "Tags", "Status", "Priority", "Via", "Ticket type", "Created at", "Updated at",
        "Initially assigned at", "Solved at", "Satisfaction Score", "Group stations",
        "Assignee stations", "Reopens", "Replies", "First reply time in minutes",
        "First reply time in minutes within business hours", "Full resolution time in minutes",
    ],
    "Freshdesk": [
        "Ticket ID", "Subject", "Status", "Priority", "Source", "Type", "Agent", "Group",
        "Created time", "Due by Time", "Resolved time", "Closed time", "Last update time",
        "Initial response time", "Time tracked", "First response time (in hrs)",
        "Resolution time (in hrs)", "Agent interactions", "Customer interactions",
        "Resolution status", "First response status", "Tags", "Survey results", "Full name",
        "Contact ID",
    ],
    "HubSpot": [
        "Ticket ID", "Ticket name", "Pipeline", "Ticket status", "Priority", "Create date",
        "Close date", "Ticket owner", "HubSpot team", "Source", "Category",
        "Time to first agent email reply (HH:mm:ss)", "Last CSAT survey rating",
        "Associated Contact IDs",
    ],
    "Intercom": [
        "Conversation ID", "Conversation started at (UTC)", "Conversation state", "Channel",
        "User ID", "Teammate assigned", "Team assigned", "Topic",
        "Time to first response (seconds)", "Last closed at (UTC)", "Number of reopens",
        "Conversation rating", "Conversation remark",
    ],
    "Jira Service Management": [
        "Summary", "Issue key", "Issue id", "Issue Type", "Status", "Project key", "Priority",
        "Resolution", "Assignee", "Reporter", "Reporter Id", "Created", "Updated", "Resolved",
        "Custom field (Customer Request Type)", "Satisfaction rating",
        "Custom field (Time to first response)", "Custom field (Time to resolution)", "Comment",
        "Comment",
    ],
    "ServiceNow": [
        "number", "state", "caller_id", "opened_at", "sys_created_on", "sys_updated_on",
        "contact_type", "category", "assignment_group", "assigned_to", "reopen_count",
        "made_sla", "resolved_at", "closed_at", "short_description",
    ],
}  # fmt: skip
CASES = 40
OPEN = 4
"""The last so many are not resolved."""
START = datetime(2026, 3, 2, 9, 20)


def rows(product: str) -> list[list[str]]:
    """The export, headings first. Case i takes i + 1 hours, and waits 30 minutes at first."""
    return [HEADINGS[product], *([_case(product, i)[name] for name in _unique(product)]
                                 for i in range(CASES))]  # fmt: skip


def _unique(product: str) -> list[str]:
    return HEADINGS[product]


def _case(product: str, i: int) -> dict[str, str]:
    start = START + timedelta(hours=19 * i)
    answer, end = start + timedelta(minutes=30), start + timedelta(hours=i + 1)
    done = i < CASES - OPEN
    made = {name: "" for name in HEADINGS[product]}
    topic, group = ("Delivery", "Returns")[i % 2], ("Front desk", "Back office")[i % 2]
    who = f"Customer {i // 2}"
    if product == "Zendesk":
        at = "%Y-%m-%d %H:%M"
        made |= {
            "ID": str(100 + i), "Requester": who, "Requester email": f"c{i // 2}@example.com",
            "Requester id": str(9000 + i // 2), "Submitter": who, "Assignee": "Priya Nair",
            "Group": group, "Status": "Solved" if done else "Open", "Via": ("Mail", "Chat")[i % 2],
            "Ticket type": ("Problem", "Question")[i % 2], "Created at": f"{start:{at}}",
            "Updated at": f"{end:{at}}", "Solved at": f"{end:{at}}" if done else "",
            "Satisfaction Score": ("Good", "Good", "Bad", "Offered")[i % 4],
            "Reopens": "1" if i % 10 == 0 else "0", "First reply time in minutes": "30",
            "First reply time in minutes within business hours": "12",
            "Full resolution time in minutes": str(60 * (i + 1)) if done else "",
            "Subject": f"Something about order {i}",
        }
    elif product == "Freshdesk":
        at = "%Y-%m-%d %H:%M:%S"
        made |= {
            "Ticket ID": str(i), "Status": "Closed" if done else "Pending", "Type": topic,
            "Source": ("Email", "Phone")[i % 2], "Agent": "Tom Okoro", "Group": group,
            "Created time": f"{start:{at}}", "Resolved time": f"{end:{at}}" if done else "",
            "Closed time": f"{end:{at}}" if done else "", "Last update time": f"{end:{at}}",
            "Initial response time": f"{answer:{at}}", "First response time (in hrs)": "00:30:00",
            "Resolution time (in hrs)": f"{i + 1:02d}:00:00" if done else "",
            "Resolution status": ("Within SLA", "SLA Violated")[i % 4 == 3] if done else "",
            "Survey results": ("Happy", "Extremely happy", "Neutral", "")[i % 4],
            "Full name": who, "Contact ID": str(500 + i // 2),
            "Subject": f"Something about order {i}",
        }
    elif product == "HubSpot":
        at = "%Y-%m-%d %H:%M"
        made |= {
            "Ticket ID": str(i), "Ticket status": "Closed" if done else "Waiting on us",
            "Pipeline": "Support", "Create date": f"{start:{at}}",
            "Close date": f"{end:{at}}" if done else "", "Ticket owner": "Ana Reyes",
            "HubSpot team": group, "Source": ("Email", "Form")[i % 2], "Category": topic,
            "Time to first agent email reply (HH:mm:ss)": "00:30:00",
            "Last CSAT survey rating": ("5", "4", "2", "")[i % 4],
            "Associated Contact IDs": str(700 + i // 2),
        }
    elif product == "Intercom":
        at = "%Y-%m-%d %H:%M:%S"
        made |= {
            "Conversation ID": str(10_000 + i), "Conversation started at (UTC)": f"{start:{at}}",
            "Conversation state": "closed" if done else "snoozed", "Topic": topic,
            "Channel": ("Messenger", "Email")[i % 2], "User ID": f"u{i // 2}",
            "Teammate assigned": "Ines Duarte", "Team assigned": group,
            "Time to first response (seconds)": "1800", "Number of reopens": str(int(i % 10 == 0)),
            "Last closed at (UTC)": f"{end:{at}}" if done else "",
            "Conversation rating": ("5", "4", "2", "")[i % 4],
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
            "Custom field (Customer Request Type)": topic,
            "Custom field (Time to first response)": "3:30", "Comment": "Called back.",
            "Custom field (Time to resolution)": "-1:15",
        }  # fmt: skip
    else:
        at = "%Y-%m-%d %H:%M:%S"
        made |= {
            "number": f"INC{i:07d}", "state": "Closed" if done else "In Progress",
            "caller_id": who, "opened_at": f"{start:{at}}", "sys_created_on": f"{start:{at}}",
            "sys_updated_on": f"{end:{at}}", "contact_type": ("phone", "email")[i % 2],
            "category": topic, "assignment_group": group, "assigned_to": "Sam Hughes",
            "reopen_count": str(int(i % 10 == 0)), "made_sla": ("true", "false")[i % 4 == 3],
            "resolved_at": f"{end:{at}}" if done else "", "short_description": f"About order {i}",
            "closed_at": f"{end:{at}}" if done else "",
        }
    return made
