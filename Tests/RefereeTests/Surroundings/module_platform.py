import platform as platform

print(platform.system(), platform.python_version(), platform.python_version_tuple(), platform.python_implementation())
for f in [platform.node, platform.release, platform.version, platform.machine, platform.processor, platform.platform]:
    print(f.__name__, type(f()).__name__)
print(platform.platform().startswith("Linux-"), platform.platform(terse=True).startswith("Linux-"))
print(platform.platform() == platform.platform(aliased=False, terse=False))
try:
    platform.platform(foo=1)
except TypeError as e:
    print(e)
