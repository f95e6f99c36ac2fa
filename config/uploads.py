"""Files that people send: at most so much of one is ever taken in, whatever a form is for."""

from django.core.files.uploadhandler import FileUploadHandler, StopUpload

from appraisal.workbook.limits import MOST_BYTES


class LimitedUpload(FileUploadHandler):
    """Stands before Django's own handlers and ends a file that is larger than any form may send.

    The rest of the request is read and thrown away; ``request.file_too_large`` is then True, and the form
    arrives without its file.
    """

    taken = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes:
        """Hands the piece on, unless it is one too many."""
        self.taken += len(raw_data)
        if self.taken > MOST_BYTES:
            if self.request is not None:
                self.request.file_too_large = True  # type: ignore[attr-defined]
            raise StopUpload(connection_reset=False)
        return raw_data

    def file_complete(self, file_size: int) -> None:
        """The handlers after this one keep the file."""
        return
