package dev.aisle.platform.export;

import java.io.IOException;

/** What this service tells a person about that person: its tables, unless the service knows a better way to show them. */
public interface PersonExport {
    /**
     * What there is; of an unknown or erased person sections without records.
     *
     * @throws IOException when a file of the service can't be read
     */
    SubjectExport of(String pseudonym) throws IOException;
}
