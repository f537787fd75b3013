package dev.aisle.privacy;

import static dev.aisle.privacy.VaultCalls.email;
import static dev.aisle.privacy.VaultCalls.personWithEmail;
import static dev.aisle.privacy.VaultCalls.rotate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import dev.aisle.algorithms.privacy.envelope.MasterKeys;
import dev.aisle.algorithms.privacy.envelope.SubjectKey;
import dev.aisle.algorithms.privacy.envelope.WrappedKey;
import dev.aisle.platform.erasure.ErasureMarks;
import dev.aisle.platform.security.Role;
import dev.aisle.testing.RealInfrastructure;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The master key rotates without losing anybody, and a backup of the keys dies with the old one. */
@QuarkusTest
@QuarkusTestResource(RealInfrastructure.class)
class MasterKeyRotationIT {
    private static final String DESTROYED = "m0:" + "5a".repeat(32);

    @Inject
    AgroalDataSource database;

    @Inject
    ErasureMarks marks;

    @ConfigProperty(name = "aisle.vault.master-keys")
    List<String> configured;

    @AfterEach
    void nothingIsLeftUnderAnotherKey() throws SQLException {
        execute("delete from subject_key where master_key_id <> 'm2' or pseudonym like 'p1.test.fill-%'");
    }

    @Test
    void everybodysKeyComesUnderTheNewMasterKeyAndOpensAsBefore() throws SQLException {
        String person = personWithEmail("rotating@shop.example");
        wrapUnder("m1", person);
        fill("m1", 1200);
        assertThat(state("m1")).containsEntry("retirable", false);

        String address = VaultCalls.begin("/v1/vault/keys/rotations");

        await().untilAsserted(() -> Calls.as(Role.OPERATOR)
                .get(address)
                .then()
                .statusCode(200)
                .body("status", equalTo("completed"))
                .body("total", equalTo(1201))
                .body("rewrapped", equalTo(1201))
                .body("unusable", equalTo(0)));
        assertThat(state("m1")).containsEntry("subjects", 0).containsEntry("retirable", true);
        email(person).body("answers[0].to", contains("rotating@shop.example"));
    }

    @Test
    void aKeyThatNoMasterKeyOpensIsCountedAndStopsNothing() throws SQLException {
        fill("m1", 3);
        execute("update subject_key set wrapped = '\\x00' where pseudonym = 'p1.test.fill-2'");

        String address = VaultCalls.begin("/v1/vault/keys/rotations");

        await().untilAsserted(() -> Calls.officer()
                .get(address)
                .then()
                .body("status", equalTo("completed"))
                .body("rewrapped", equalTo(2))
                .body("unusable", equalTo(1)));
    }

    @Test
    void aRotationThatRunsIsNotBegunTwice() throws SQLException {
        execute("insert into master_key_rotation (id, master_key_id, status, total)"
                + " values ('00000000-0000-7000-8000-000000000001', 'm9', 'running', 1)");
        try {
            rotate().statusCode(200).body("id", equalTo("00000000-0000-7000-8000-000000000001"));
        } finally {
            execute("delete from master_key_rotation where master_key_id = 'm9'");
        }
    }

    /** Design of crypto-shred-vectors.json: after the rotation, backups of the key table die with the old master key. */
    @Test
    void aRestoredBackupBringsNoErasedSubjectsKeyBack() throws SQLException {
        String person = personWithEmail("forgotten@shop.example");
        wrapUnder("m0", person);
        byte[][] backup = dump(person);
        Calls.erase(person);
        assertThat(dump(person)).isEmpty();

        restore(person, backup);
        execute("delete from erased_subject where pseudonym = '" + marks.of(person) + "'");

        VaultCalls.resolve(person, "necessary")
                .statusCode(200)
                .body("answers[0].outcome", equalTo("deny"))
                .body("answers[0].reason", equalTo("no_address"));
        assertThat(new MasterKeysInUse(configured).masters().unwrap(new WrappedKey("m0", backup[0])))
                .isEmpty();
    }

    private record MasterKeysInUse(List<String> keys) {
        MasterKeys masters() {
            return MasterKeys.of("m2", keys);
        }

        /** Those of an earlier time, in which another was active. */
        MasterKeys before(String active) {
            return MasterKeys.of(active, active.equals("m0") ? List.of(DESTROYED, keys.get(0), keys.get(1)) : keys);
        }
    }

    private Map<String, Object> state(String masterKey) {
        return Calls.as(Role.OPERATOR)
                .get("/v1/vault/keys")
                .then()
                .statusCode(200)
                .extract()
                .path("keys.find { it.id == '" + masterKey + "' }");
    }

    /** As if the subject's key had been wrapped when that master key was active. */
    private void wrapUnder(String masterKey, String pseudonym) throws SQLException {
        WrappedKey now = new WrappedKey("m2", dump(pseudonym)[0]);
        WrappedKey then =
                new MasterKeysInUse(configured).before(masterKey).rewrap(now).orElseThrow();
        try (Connection connection = database.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update subject_key set master_key_id = ?, wrapped = ? where pseudonym = ?")) {
            update.setString(1, masterKey);
            update.setBytes(2, then.bytes());
            update.setString(3, pseudonym);
            update.executeUpdate();
        }
    }

    private void fill(String masterKey, int count) throws SQLException {
        MasterKeys masters = new MasterKeysInUse(configured).before(masterKey);
        SecureRandom random = new SecureRandom();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into subject_key (pseudonym, master_key_id, wrapped) values (?, ?, ?)")) {
            for (int i = 0; i < count; i++) {
                insert.setString(1, "p1.test.fill-" + i);
                insert.setString(2, masterKey);
                insert.setBytes(3, masters.wrap(SubjectKey.random(random)).bytes());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The wrapped key and the sealed e-mail address; nothing when there are none. */
    private byte[][] dump(String pseudonym) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select wrapped, sealed from subject_key join vault_trait using (pseudonym)"
                                + " where pseudonym = ? and field = 'email'")) {
            select.setString(1, pseudonym);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new byte[][] {row.getBytes(1), row.getBytes(2)} : new byte[0][];
            }
        }
    }

    private void restore(String pseudonym, byte[][] backup) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement key = connection.prepareStatement(
                        "insert into subject_key (pseudonym, master_key_id, wrapped) values (?, 'm0', ?)");
                PreparedStatement trait = connection.prepareStatement(
                        "insert into vault_trait (pseudonym, field, sealed) values (?, 'email', ?)")) {
            key.setString(1, pseudonym);
            key.setBytes(2, backup[0]);
            key.executeUpdate();
            trait.setString(1, pseudonym);
            trait.setBytes(2, backup[1]);
            trait.executeUpdate();
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
