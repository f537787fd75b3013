package dev.aisle.platform.storage;

import java.sql.SQLException;

/** The database refused or was not there; the transaction rolls back and may be tried again. */
public final class StorageException extends RuntimeException {
    public StorageException(String message, SQLException cause) {
        super(message + ": " + cause.getMessage(), cause);
    }
}
