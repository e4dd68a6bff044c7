"""How are offices asked for the figures they owe, and how do the filled forms come back?"""
