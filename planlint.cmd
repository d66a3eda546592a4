@echo off
rem Runs PlanLint; builds it first where it is not built yet.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%src\cli\target\planlint.jar"
if not exist "%JAR%" (
  echo planlint: building ... 1>&2
  pushd "%HOME_DIR%"
  call mvn -q -B -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip -pl src/cli -am clean package 1>&2
  if errorlevel 1 (
    popd
    echo planlint: the build failed; it needs a JDK 17 and Maven 1>&2
    exit /b 2
  )
  popd
)
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java") else (set "JAVA=java")
"%JAVA%" -XX:+UseSerialGC -Xlog:disable -jar "%JAR%" %*
exit /b %ERRORLEVEL%
