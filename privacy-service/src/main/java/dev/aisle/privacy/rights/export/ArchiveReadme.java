package dev.aisle.privacy.rights.export;

/** What the person reads first. */
final class ArchiveReadme {
    static final String TEXT = """
        This archive holds what the shop's personalisation services knew of you when you asked.

        data.json        all of it, for programs
        csv/             the same for a spreadsheet, one file for each kind of record
        csv/fields.csv   what each field is kept for, where it comes from and how long it is kept

        To check that nothing was changed since the shop made it, in the folder of the unpacked archive:

        sha256sum -c MANIFEST.sha256
        openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in MANIFEST.sha256 -sigfile MANIFEST.sha256.sig

        The shop publishes the same public key at the address /v1/receipt-keys of its privacy service.
        """;

    private ArchiveReadme() {}
}
