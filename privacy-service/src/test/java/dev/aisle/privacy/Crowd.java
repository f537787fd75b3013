package dev.aisle.privacy;

import io.agroal.api.AgroalDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** Many people who have said something about analytics, put straight into the tables; as if it had been before entries of the audit log had a hash. */
final class Crowd {
    private static final String INSERT = """
        with people as (
            insert into consent_version (pseudonym, version, changed_at, jurisdiction, notice_version, gpc, method, receipt_id)
            select 'p1.test.' || substr(md5(random()::text) || md5(random()::text), 1, 32), 1, now(), ?, 'n-1', false,
                   'banner', gen_random_uuid()
            from generate_series(1, ?) returning id, pseudonym, jurisdiction, receipt_id),
        said as (
            insert into consent_statement (version_id, purpose, status, decided_at)
            select id, 'analytics', ?, now() from people returning version_id, status),
        subjects as (
            insert into audit_subject (commitment, pseudonym, salt)
            select encode(sha256(convert_to(repeat('00', 32) || ':' || pseudonym, 'UTF8')), 'hex'), pseudonym,
                   decode(repeat('00', 32), 'hex')
            from people returning commitment, pseudonym)
        insert into audit_pending (entry)
        select jsonb_build_object('actor', 'test', 'at', '2026-01-01T00:00:00.000000Z', 'event', 'consent.recorded',
            'id', receipt_id, 'subject', commitment, 'data', jsonb_build_object('purpose.analytics', status,
                'version', '1', 'receipt', receipt_id, 'method', 'banner', 'notice', 'n-1', 'jurisdiction', jurisdiction))::text
        from people join said on version_id = id join subjects using (pseudonym)
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
