package dev.aisle.local.bench.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.aisle.local.stored.StoredDatabases;
import java.io.IOException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A row of each table that grows takes as many bytes in a real PostgreSQL as the model says. */
class RowSizesIT {
    private static final double TOLERATED_PERCENT = 10;

    @Test
    void theCostsOfRowsAreThoseOfTheTables() throws IOException, SQLException {
        try (var databases = StoredDatabases.start()) {
            databases.beginAnew();
            var costs = Costs.measured();

            assertThat(RowSizes.measure(databases))
                    .hasSize(9)
                    .allSatisfy((name, bytes) ->
                            assertThat(bytes).as(name).isCloseTo(costs.of(name), withinPercentage(TOLERATED_PERCENT)));
        }
    }
}
