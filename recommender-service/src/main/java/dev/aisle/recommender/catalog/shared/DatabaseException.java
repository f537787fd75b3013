package dev.aisle.recommender.catalog.shared;

import java.sql.SQLException;

/** The database refused or was not there; the transaction rolls back and may be tried again. */
public final class DatabaseException extends RuntimeException {
    DatabaseException(SQLException cause) {
        super("The database did not do it: " + cause.getMessage(), cause);
    }
}
