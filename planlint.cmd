@echo off
rem Runs PlanLint; builds it first where it is not built yet.
setlocal EnableExtensions DisableDelayedExpansion
rem The short name: Java's launcher knows only letters of the code page.
for %%I in ("%~dp0.") do set "HOME_DIR=%%~fsI"
set "BUILT=%HOME_DIR%\src\cli\target"
set "JAR=%BUILT%\planlint.jar"
set "ARCHIVE=%BUILT%\planlint.jsa"
if defined JAVA_HOME (set "JAVA=%JAVA_HOME%\bin\java") else (set "JAVA=java")

rem What Java prints is UTF-8.
set "CODE_PAGE="
for /f "tokens=2 delims=:." %%C in ('chcp') do set "CODE_PAGE=%%C"
chcp 65001 >nul

if exist "%JAR%" goto built
echo planlint: dang dung chuong trinh, mot lan, chung hai phut / building, on first use, some two minutes 1>&2
pushd "%HOME_DIR%"
rem Of what Maven says, which part it is at, and what is wrong.
call mvn -B -DskipTests -Dmaven.javadoc.skip -Dmaven.source.skip -pl src/cli -am clean package 2>&1 | findstr /R /C:"Building .*\[[0-9]*/[0-9]*\]" /C:"^.ERROR" 1>&2
popd
if exist "%JAR%" goto built
echo planlint: khong dung duoc; can JDK 17 va Maven / the build failed; it needs a JDK 17 and Maven 1>&2
set "CODE=2"
goto end

:built
rem The JVM's own words stay off standard output, which carries the report.
set "QUICK=-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto -Xlog:disable"
set "PLANLINT_ARGUMENTS="
if exist "%ARCHIVE%" goto prepared
if not exist "%HOME_DIR%\samples\01-hoi-nghi-so-ket.docx" goto prepared
rem Class data sharing halves the start; a failure here costs only that.
echo planlint: chuan bi de khoi dong nhanh, mot lan, chung nua phut / preparing quick starts, once, some half a minute 1>&2
"%JAVA%" %QUICK% -XX:ArchiveClassesAtExit="%ARCHIVE%" -jar "%JAR%" check "%HOME_DIR%\samples\01-hoi-nghi-so-ket.docx" "%HOME_DIR%\samples\01-hoi-nghi-so-ket.pdf" >nul 2>&1 <nul

:prepared
rem Names of files hold letters that the code page lacks; the environment holds them all, and Java reads it whole.
set PLANLINT_ARGUMENTS=%*
if "%~1"=="audit" goto audit
rem What runs for hours is worth the second compiler.
for %%S in (serve connect icap watch) do if "%~1"=="%%S" set "QUICK=-XX:+UseSerialGC -Xshare:auto -Xlog:disable"
"%JAVA%" %QUICK% -XX:SharedArchiveFile="%ARCHIVE%" -Dfile.encoding=UTF-8 -Dplanlint.archive="%ARCHIVE%" -jar "%JAR%"
set "CODE=%ERRORLEVEL%"
goto end

rem As planlint has it: one that is out of memory is begun again with twice as much, and goes on where it was.
:audit
set "HEAP=128"
if defined PLANLINT_HEAP set "HEAP=%PLANLINT_HEAP%"
set "COMPILER=-XX:TieredStopAtLevel=1"
:word
if "%~1"=="" goto start
if "%~1"=="-o" if exist "%~2\cache\finished.json" goto ended
if "%~1"=="--out" if exist "%~2\cache\finished.json" goto ended
shift
goto word
:ended
set "COMPILER=-XX:Tier4InvocationThreshold=200000 -XX:Tier4MinInvocationThreshold=100000 -XX:Tier4CompileThreshold=400000 -XX:Tier4BackEdgeThreshold=4000000"
:start
"%JAVA%" -Xmx%HEAP%m -XX:+ExitOnOutOfMemoryError -XX:+DisplayVMOutputToStderr %COMPILER% -XX:+UseSerialGC -Xshare:auto -Xlog:disable -XX:SharedArchiveFile="%ARCHIVE%" -Dfile.encoding=UTF-8 -Dplanlint.archive="%ARCHIVE%" -jar "%JAR%"
set "CODE=%ERRORLEVEL%"
rem What the machine says when memory is out.
if not "%CODE%"=="3" goto end
set /a HEAP*=2
echo planlint: bo nho khong du, lam tiep voi / out of memory, goes on with %HEAP% MB 1>&2
goto start

:end
if defined CODE_PAGE chcp %CODE_PAGE% >nul
exit /b %CODE%
