package dev.aisle.platform.audit;

import dev.aisle.platform.audit.StaffCall.Asked;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionScoped;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Puts a record of a call of staff into the transaction that changes something for it. No feature has to think of it: each transaction of such a request is asked, as its
 * last thing before the commit, whether it wrote. The first that did carries the record, and what the others write comes after it. A feature that records for itself,
 * because it knows more, is not repeated.
 */
@ApplicationScoped
class StaffChanges {
    /** PostgreSQL gives a transaction a number when it writes first. A lock on a row is a write as well. */
    private static final String WROTE = "select pg_current_xact_id_if_assigned() is not null";

    private final StaffCall call;
    private final AuditTrail trail;
    private final AgroalDataSource dataSource;
    private final TransactionSynchronizationRegistry transactions;

    StaffChanges(
            StaffCall call,
            AuditTrail trail,
            AgroalDataSource dataSource,
            TransactionSynchronizationRegistry transactions) {
        this.call = call;
        this.trail = trail;
        this.dataSource = dataSource;
        this.transactions = transactions;
    }

    void begun(@Observes @Initialized(TransactionScoped.class) Object transaction) {
        if (Arc.container().requestContext().isActive()) {
            call.open().ifPresent(asked -> transactions.registerInterposedSynchronization(new AfterTheOthers(asked)));
        }
    }

    /** Hibernate writes in its own synchronization, which it registers later than this one: so the record is left to yet another. */
    private final class AfterTheOthers implements Synchronization {
        private final Asked asked;

        AfterTheOthers(Asked asked) {
            this.asked = asked;
        }

        @Override
        public void beforeCompletion() {
            transactions.registerInterposedSynchronization(new Last(asked));
        }

        @Override
        public void afterCompletion(int status) {}
    }

    private final class Last implements Synchronization {
        private final Asked asked;
        private boolean carries;

        Last(Asked asked) {
            this.asked = asked;
        }

        @Override
        public void beforeCompletion() {
            carries = wrote();
            if (carries) {
                trail.recordUnlessTold(asked);
            }
        }

        @Override
        public void afterCompletion(int status) {
            if (carries && status == Status.STATUS_COMMITTED) {
                call.recorded();
            }
        }
    }

    private boolean wrote() {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(WROTE)) {
            return answer.next() && answer.getBoolean(1);
        } catch (SQLException e) {
            throw new StorageException("It could not be seen whether a call of staff changed something", e);
        }
    }
}
