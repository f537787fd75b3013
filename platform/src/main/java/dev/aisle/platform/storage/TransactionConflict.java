package dev.aisle.platform.storage;

import dev.aisle.platform.problem.NotNow;
import java.sql.SQLException;
import java.util.Set;

/** A transaction that has to give way to another one: it rolls back and is tried again. */
public final class TransactionConflict extends NotNow {
    /** PostgreSQL's codes of a deadlock and of a serialisation failure. */
    private static final Set<String> STATES = Set.of("40P01", "40001");

    public TransactionConflict(String message) {
        super(message);
    }

    /** Returns whether a failure, or what caused it, is a conflict with another transaction: alone, it may succeed. */
    public static boolean isBehind(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof TransactionConflict
                    || (cause instanceof SQLException e && STATES.contains(String.valueOf(e.getSQLState())))) {
                return true;
            }
        }
        return false;
    }
}
