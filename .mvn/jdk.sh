# Finds a JDK 25 or newer and exports JAVA_HOME; sourced by ./mvnw and ./tracewright (POSIX sh).

# Prints the major version of the JDK in folder $1, or nothing when there is none.
jdk_major() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS= read -r jdk_line; do
    case "$jdk_line" in
    JAVA_VERSION=*)
      jdk_line=${jdk_line#*\"}
      printf '%s' "${jdk_line%%[!0-9]*}"
      return 0
      ;;
    esac
  done <"$1/release"
}

jdk_is_new_enough() {
  jdk_found=$(jdk_major "$1")
  [ -n "$jdk_found" ] && [ "$jdk_found" -ge 25 ]
}

find_jdk() {
  if [ -n "${JAVA_HOME-}" ] && jdk_is_new_enough "$JAVA_HOME"; then
    export JAVA_HOME
    return 0
  fi
  jdk_on_path=$(command -v javac 2>/dev/null || :)
  if [ -n "$jdk_on_path" ]; then
    jdk_on_path=$(readlink -f "$jdk_on_path" 2>/dev/null || printf '%s' "$jdk_on_path")
    jdk_on_path=${jdk_on_path%/bin/javac}
  fi
  set +f
  for jdk_home in "$jdk_on_path" /usr/lib/jvm/* /opt/*jdk* /usr/local/*jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    if [ -n "$jdk_home" ] && jdk_is_new_enough "$jdk_home"; then
      JAVA_HOME=$jdk_home
      export JAVA_HOME
      return 0
    fi
  done
  echo "Tracewright needs JDK 25 or newer and found none: install one (Debian/Ubuntu with the Adoptium repository: apt-get install temurin-25-jdk; others: https://adoptium.net), or set JAVA_HOME to it." >&2
  return 1
}
