"""A person at LibreOffice: opens a workbook, types into its cells, and saves it as an Excel Workbook."""

import subprocess

MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Fill(source, target)
  Dim opened(0) As New com.sun.star.beans.PropertyValue
  Dim kept(0) As New com.sun.star.beans.PropertyValue
  opened(0).Name = "Hidden"
  opened(0).Value = True
  book = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, opened())
  sheet = book.Sheets.getByName("{sheet}")
{typed}
  kept(0).Name = "FilterName"
  kept(0).Value = "Calc MS Excel 2007 XML"
  book.storeToURL(ConvertToURL(target), kept())
  book.close(True)
  StarDesktop.terminate()
End Sub
</script:module>
"""


def typed_in_libreoffice(content, folder, sheet, **cells):
    """The workbook after LibreOffice opened it, had `D5=4` typed into that sheet, and saved it."""
    profile, source, target = folder / "profile", folder / "in.xlsx", folder / "out.xlsx"
    source.write_bytes(content)
    office = [
        "soffice",
        f"-env:UserInstallation=file://{profile}",
        "--headless",
        "--norestore",
        "--nologo",
    ]
    # A new profile begins with an empty module of its own, which the macro then takes the place of.
    _run([*office, "--terminate_after_init"])
    lines = "\n".join(_typed(address, value) for address, value in cells.items())
    module = profile / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(MODULE.format(sheet=sheet, typed=lines), encoding="utf-8")
    _run([*office, f'macro:///Standard.Module1.Fill("{source}","{target}")'])
    return target.read_bytes()


def _typed(address, value):
    if isinstance(value, str):
        text = value.replace('"', '""').replace("&", "&amp;").replace("<", "&lt;")
        return f'  sheet.getCellRangeByName("{address}").String = "{text}"'
    return f'  sheet.getCellRangeByName("{address}").Value = {value}'


def _run(command):
    subprocess.run(command, check=True, capture_output=True, timeout=120)
