package dev.aisle.profile.people.store;

import dev.aisle.platform.storage.StorageException;
import dev.aisle.profile.people.domain.Browser;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Who uses which browser. In the caller's transaction. */
@ApplicationScoped
public class BrowserRepository {
    private static final String COLUMNS = "select pseudonym, known, consent_version, last_at from browser where ";
    private static final String PUT = """
            insert into browser (pseudonym, known, consent_version, last_at) values (?, ?, ?, ?)
            on conflict (pseudonym) do update set known = excluded.known, consent_version = excluded.consent_version,
                last_at = excluded.last_at
            """;

    private final AgroalDataSource dataSource;

    BrowserRepository(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Those of these pseudonyms that are browsers where somebody logged in. */
    public List<Browser> among(Collection<String> pseudonyms) {
        return find(COLUMNS + "pseudonym = any(?)", pseudonyms);
    }

    /** The browsers that only one of these people uses. */
    public List<Browser> usedBy(Collection<String> known) {
        return find(COLUMNS + "known = any(?)", known);
    }

    private List<Browser> find(String sql, Collection<String> pseudonyms) {
        if (pseudonyms.isEmpty()) {
            return List.of();
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("text", pseudonyms.toArray()));
            List<Browser> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(new Browser(
                            rows.getString(1),
                            rows.getString(2),
                            rows.getLong(3),
                            rows.getTimestamp(4).toInstant()));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new StorageException("Browsers could not be read", e);
        }
    }

    /** Writes one; whoever writes holds the lock of the browser's row of {@code person}. */
    public void put(Browser browser) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(PUT)) {
            statement.setString(1, browser.pseudonym());
            statement.setString(2, browser.known());
            statement.setLong(3, browser.consentVersion());
            statement.setTimestamp(4, Timestamp.from(browser.lastAt()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("A browser could not be written", e);
        }
    }

    /** Makes the browsers of somebody nobody's, as shared ones are; one that is removed at the same time stays removed. */
    public void release(String known) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(
                        "update browser set known = null, consent_version = 0, last_at = ? where known = ?")) {
            statement.setTimestamp(1, Timestamp.from(Browser.FOR_EVER));
            statement.setString(2, known);
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("Browsers could not be released", e);
        }
    }

    /** Removes browsers. */
    public void remove(Collection<String> pseudonyms) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement =
                        connection.prepareStatement("delete from browser where pseudonym = any(?)")) {
            statement.setArray(1, connection.createArrayOf("text", pseudonyms.toArray()));
            statement.executeUpdate();
        } catch (SQLException e) {
            throw new StorageException("Browsers could not be removed", e);
        }
    }
}
