@echo off
rem Runs the PlanLint that lies one folder up, with its own Java; what it prints is UTF-8, and names keep all their letters.
setlocal EnableExtensions DisableDelayedExpansion
set "CODE_PAGE="
for /f "tokens=2 delims=:." %%C in ('chcp') do set "CODE_PAGE=%%C"
chcp 65001 >nul
set PLANLINT_ARGUMENTS=%*
"%~dp0..\planlint.exe"
set "CODE=%ERRORLEVEL%"
if defined CODE_PAGE chcp %CODE_PAGE% >nul
exit /b %CODE%
