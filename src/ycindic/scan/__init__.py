"""What quantities does a report state, and is each a promise, a result or a name?"""
