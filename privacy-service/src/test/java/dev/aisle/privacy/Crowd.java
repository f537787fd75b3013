package dev.aisle.privacy;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Many people who have said something about analytics, put straight into the tables; as if it had been before there was an audit log. */
final class Crowd {
    private static final String INSERT = """
        with people as (
            insert into consent_version (id, pseudonym, version, changed_at, jurisdiction, notice_version, gpc, method, receipt_id)
            overriding system value
            select -nextval(pg_get_serial_sequence('consent_version', 'id')), 'p1.test.' || substr(md5(random()::text) || md5(random()::text), 1, 32), 1, now(), ?, 'n-1', false,
                   'banner', gen_random_uuid()
            from generate_series(1, ?) returning id)
        insert into consent_statement (version_id, purpose, status, decided_at)
        select id, 'analytics', ?, now() from people
        """;

    private Crowd() {}

    static void add(AgroalDataSource dataSource, String jurisdiction, String analytics, int count) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, jurisdiction);
            insert.setInt(2, count);
            insert.setString(3, analytics);
            insert.executeUpdate();
        }
    }
}
