package dev.aisle.platform.storage;

import io.agroal.api.AgroalDataSource;
import io.smallrye.health.api.Wellness;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Whether the database answers now, at {@code /q/health/well}: no part of readiness, because routes that need it say 503 themselves. */
@Wellness
@Singleton
class DatabaseAnswers implements HealthCheck {
    private static final int PATIENCE_SECONDS = 2;

    private final AgroalDataSource dataSource;

    DatabaseAnswers(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public HealthCheckResponse call() {
        boolean answers;
        try (Connection connection = dataSource.getConnection()) {
            answers = connection.isValid(PATIENCE_SECONDS);
        } catch (SQLException e) {
            answers = false;
        }
        return HealthCheckResponse.named("database answers").status(answers).build();
    }
}
