@echo off
rem Runs PlanLint; builds it first where it is not built yet.
setlocal
set "HOME_DIR=%~dp0"
set "JAR=%HOME_DIR%src\cli\target\planlint.jar"
if not exist "%JAR%" (
  echo planlint: dang dung chuong trinh, mot lan, chung hai phut / building, once, some two minutes 1>&2
  pushd "%HOME_DIR%"
  rem Of what Maven says, which part it is at, and what is wrong.
  call mvn -B -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip -pl src/cli -am clean package 2>&1 | findstr /R /C:"Building .*\[[0-9]*/[0-9]*\]" /C:"^.ERROR" 1>&2
  popd
)
if not exist "%JAR%" (
  echo planlint: khong dung duoc; can JDK 17 va Maven / the build failed; it needs a JDK 17 and Maven 1>&2
  exit /b 2
)
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java") else (set "JAVA=java")
"%JAVA%" -XX:+UseSerialGC -Xlog:disable -jar "%JAR%" %*
exit /b %ERRORLEVEL%
