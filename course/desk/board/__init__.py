"""The dashboard: the company's records by period, channel, region and team, and one's own."""
