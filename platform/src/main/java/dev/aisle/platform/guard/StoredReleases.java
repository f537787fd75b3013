package dev.aisle.platform.guard;

import dev.aisle.algorithms.privacy.guard.NoisedFigure;
import dev.aisle.algorithms.privacy.guard.Release;
import dev.aisle.algorithms.privacy.guard.Releases;
import dev.aisle.platform.storage.StorageException;
import io.agroal.api.AgroalDataSource;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Releases in the tables {@code guard_release} and {@code guard_day}. Questions are kept as their SHA-256. */
@Singleton
class StoredReleases implements Releases {
    private static final String FIND = "select figures, deviations, released_at from guard_release where question = ?";
    private static final String KEEP = """
            insert into guard_release (question, figures, deviations, released_at) values (?, ?, ?, ?)
            on conflict (question) do update set figures = excluded.figures, deviations = excluded.deviations,
                released_at = excluded.released_at
            """;
    private static final String CHARGE = """
            insert into guard_day (reader, day, answers) select ?, ?, taken from (select ? as taken) new where taken <= ?
            on conflict (reader, day) do update set answers = guard_day.answers + excluded.answers
                where guard_day.answers + excluded.answers <= ?
            """;
    private static final String USED = "select answers from guard_day where reader = ? and day = ?";
    private static final String FORGET = "delete from guard_day where day < ?";

    private final AgroalDataSource dataSource;

    StoredReleases(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public Optional<Release> find(String question) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement find = connection.prepareStatement(FIND)) {
            find.setString(1, digest(question));
            try (ResultSet row = find.executeQuery()) {
                return row.next() ? Optional.of(release(row)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new StorageException("Answers that were given could not be read", e);
        }
    }

    @Override
    public boolean charge(String reader, int answers, int answersADay, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement forget = connection.prepareStatement(FORGET);
                PreparedStatement charge = connection.prepareStatement(CHARGE)) {
            LocalDate day = day(now);
            forget.setObject(1, day);
            forget.executeUpdate();
            charge.setString(1, reader);
            charge.setObject(2, day);
            charge.setInt(3, answers);
            charge.setInt(4, answersADay);
            charge.setInt(5, answersADay);
            return charge.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new StorageException("A new answer could not be counted", e);
        }
    }

    @Override
    public int used(String reader, Instant now) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement used = connection.prepareStatement(USED)) {
            used.setString(1, reader);
            used.setObject(2, day(now));
            try (ResultSet row = used.executeQuery()) {
                return row.next() ? row.getInt(1) : 0;
            }
        } catch (SQLException e) {
            throw new StorageException("Today's new answers could not be read", e);
        }
    }

    @Override
    public void keep(String question, Release release) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement keep = connection.prepareStatement(KEEP)) {
            keep.setString(1, digest(question));
            keep.setArray(2, array(connection, release.figures(), NoisedFigure::value));
            keep.setArray(3, array(connection, release.figures(), NoisedFigure::deviation));
            keep.setObject(4, release.at().atOffset(ZoneOffset.UTC));
            keep.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("An answer could not be kept", e);
        }
    }

    private static Release release(ResultSet row) throws SQLException {
        Double[] values = (Double[]) row.getArray(1).getArray();
        Double[] deviations = (Double[]) row.getArray(2).getArray();
        List<NoisedFigure> figures = IntStream.range(0, values.length)
                .mapToObj(i -> new NoisedFigure(values[i], deviations[i]))
                .toList();
        return new Release(figures, row.getObject(3, OffsetDateTime.class).toInstant());
    }

    private static Array array(Connection connection, List<NoisedFigure> figures, ToDoubleFunction<NoisedFigure> of)
            throws SQLException {
        return connection.createArrayOf(
                "float8", figures.stream().mapToDouble(of).boxed().toArray());
    }

    private static LocalDate day(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static String digest(String question) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
