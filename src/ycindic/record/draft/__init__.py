"""How does a report become a registry that a person can finish?"""
