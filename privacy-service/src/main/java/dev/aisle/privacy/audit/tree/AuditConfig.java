package dev.aisle.privacy.audit.tree;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The keys of the log, and where its heads go. */
@ConfigMapping(prefix = "aisle.audit")
public interface AuditConfig {
    /** The secret that signs heads (Ed25519), 64 hexadecimal digits; read again when it changes. Whoever has it and the database can forge the log. */
    String signingKey();

    /** Public keys of former secrets, each 64 hexadecimal digits, read again when they change: older heads are signed with them. */
    Optional<List<String>> formerPublicKeys();

    /** A file to which every head is appended as a line, to be kept where the database's administrators can't write. */
    Optional<String> headFile();

    /** How often entries get their place and a head is signed; read by the scheduler. */
    @WithDefault("1s")
    Duration sequenceEvery();

    /** How often log, stored consents and the topic of consents are verified; read by the scheduler. */
    @WithDefault("24h")
    Duration verifyEvery();

    /** How long after the start that is done for the first time; read by the scheduler. */
    @WithDefault("10m")
    Duration verifyAfter();
}
