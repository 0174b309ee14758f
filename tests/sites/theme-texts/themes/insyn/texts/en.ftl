skip-link = To the content
