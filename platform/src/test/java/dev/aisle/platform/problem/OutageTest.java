package dev.aisle.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aisle.platform.consent.ConsentAtUse;
import dev.aisle.platform.storage.StorageException;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.hibernate.exception.GenericJDBCException;
import org.hibernate.exception.JDBCConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutageTest {
    static Stream<Exception> passing() {
        SQLException refused = new SQLException("Connection to db:5432 refused", "08001");
        SQLException killed = new SQLException("terminating connection due to administrator command", "57P01");
        RollbackException commit = new RollbackException("Could not commit transaction");
        commit.addSuppressed(new IllegalStateException("commit", killed));
        return Stream.of(
                refused,
                killed,
                new SQLException("the database system is starting up", "57P03"),
                new SQLException("An I/O error occurred while sending to the backend", "08006"),
                new SQLException("sorry, too many clients already", "53300"),
                ofPool(),
                new StorageException("No people", refused),
                new JDBCConnectionException("Unable to acquire JDBC Connection", refused),
                new PersistenceException(new GenericJDBCException("Unable to acquire JDBC Connection", ofPool())),
                commit,
                new ExecutionException(new TimeoutException("Topic not present in metadata after 60000 ms")),
                new NotEnoughReplicasException("one of three"),
                new ConsentAtUse.UnknownNow());
    }

    private static SQLException ofPool() {
        SQLException timeout = new SQLException("Acquisition timeout while waiting for new connection");
        timeout.setStackTrace(new StackTraceElement[] {
            new StackTraceElement("io.agroal.pool.ConnectionPool", "handlerFromSharedCache", "ConnectionPool.java", 306)
        });
        return timeout;
    }

    static Stream<Exception> ours() {
        return Stream.of(
                new SQLException("duplicate key value", "23505"),
                new SQLException("IO Error: no file of this name, says another driver"),
                new SQLException("canceling statement due to user request", "57014"),
                new SQLException("syntax error", "42601"),
                new StorageException("No people", new SQLException("out of memory", "53200")),
                new RecordTooLargeException("2 MB"),
                new NullPointerException());
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whatPassesByItselfIsAnOutage(Exception failure) {
        assertThat(Outage.of(failure)).isPresent();
    }

    @ParameterizedTest
    @MethodSource("ours")
    void whatIsOurFaultIsNone(Exception failure) {
        assertThat(Outage.of(failure)).isEmpty();
    }

    @Test
    void aFailureThatNamesItselfAsItsCauseEnds() {
        Exception one = new IllegalStateException("one");
        Exception other = new IllegalStateException("other", one);
        one.initCause(other);

        assertThat(Outage.of(one)).isEmpty();
    }

    @Test
    void theAnswerSaysNothingOfTheInside() {
        assertThat(Outage.of(new SQLException("Connection to db:5432 refused", "08001")))
                .hasValueSatisfying(told -> assertThat(told).doesNotContain("5432"));
    }
}
