// Replaced by the module's first inhabitants.
