@echo off
rem Puts PlanLint into the menu "Send to" of this user: files and folders that are sent there open as a report in the browser.
setlocal EnableExtensions DisableDelayedExpansion
set "MENU=%APPDATA%\Microsoft\Windows\SendTo\PlanLint.cmd"
rem The window stays where something went wrong.
>"%MENU%" echo @call "%~dps0planlint.cmd" %%* ^& if errorlevel 2 pause
if not exist "%MENU%" exit /b 2
echo planlint: %MENU%
