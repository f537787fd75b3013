package dev.aisle.local.bench.profile;

import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.PortPlan;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;

/** The database of a service from outside. */
public final class Tables implements AutoCloseable {
    private final Connection connection;

    /** The tables of a database that is called like its owner. */
    public Tables(PortPlan ports, String database) {
        try {
            connection = DriverManager.getConnection(ports.jdbc(database), database, database);
        } catch (SQLException e) {
            throw new CommandFailure("The tables can't be read: " + e.getMessage(), e);
        }
    }

    /** One number. */
    public long number(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new CommandFailure("The tables can't be read: " + e.getMessage(), e);
        }
    }

    /** The texts of the first column. */
    List<String> names(String query) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            var names = new ArrayList<String>();
            while (rows.next()) {
                names.add(rows.getString(1));
            }
            return names;
        } catch (SQLException e) {
            throw new CommandFailure("The tables can't be read: " + e.getMessage(), e);
        }
    }

    /** Rows a second that COPY takes into a table without an index: what PostgreSQL could do at most. */
    double copyLimit(MadeEvents made, int rows) {
        var text = new StringBuilder();
        for (int row = 0; row < rows; ) {
            for (var event : made.session()) {
                text.append(event.getPseudonym())
                        .append("\t2026-01-01T00:00:00Z\t\\\\x")
                        .append(HexFormat.of().formatHex(event.toByteArray()))
                        .append('\n');
                row++;
            }
        }
        var bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table bench_copy (pseudonym text, at timestamptz, event bytea)");
            var start = System.nanoTime();
            var copied = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy bench_copy from stdin", new ByteArrayInputStream(bytes));
            var seconds = (System.nanoTime() - start) / 1e9;
            statement.execute("drop table bench_copy");
            return copied / seconds;
        } catch (SQLException | IOException e) {
            throw new CommandFailure("COPY failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new CommandFailure("The database didn't say good-bye: " + e.getMessage(), e);
        }
    }
}
