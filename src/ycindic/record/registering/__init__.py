"""How does a promise get into a registry without anybody writing YAML?"""
