package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** The keys with which the services sign receipts, and privacy-service its OpenDSR answers: made at the first start of a home. */
final class SigningKeys {
    private static final String KEYSTORE_PASSWORD = "local-demo";
    private static final int ID_BYTES = 4;

    private final Layout layout;

    SigningKeys(Layout layout) {
        this.layout = layout;
    }

    /**
     * A service's key.
     *
     * @param id names the key by a hash of it, so that no id is ever given twice
     * @param privateKey base64 of PKCS #8
     * @param publicKey base64 of SubjectPublicKeyInfo
     */
    record ServiceKey(String id, String privateKey, String publicKey) {}

    /** The key of a service; the same at each call. */
    ServiceKey of(Part part) {
        synchronized (SigningKeys.class) {
            Path file = folder().resolve(part.label() + ".key");
            try {
                if (!Files.exists(file)) {
                    write(file, generate());
                }
                List<String> lines = Files.readAllLines(file);
                return new ServiceKey(part.label() + "." + lines.get(2), lines.get(0), lines.get(1));
            } catch (IOException | GeneralSecurityException e) {
                throw new CommandFailure(
                        "Cannot make the signing key " + layout.shown(file) + ": " + e.getMessage(), e);
            }
        }
    }

    private static String generate() throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Base64.Encoder base64 = Base64.getEncoder();
        byte[] published = pair.getPublic().getEncoded();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(published);
        return base64.encodeToString(pair.getPrivate().getEncoded()) + "\n" + base64.encodeToString(published) + "\n"
                + HexFormat.of().formatHex(hash, 0, ID_BYTES) + "\n";
    }

    /** The PKCS #12 file of OpenDSR. Its certificate is signed by itself, which the specification allows nobody but a demo. */
    Path openDsrKeystore() {
        synchronized (SigningKeys.class) {
            Path file = folder().resolve("opendsr.p12");
            if (!Files.exists(file)) {
                new KeyStoreFile(file, KEYSTORE_PASSWORD)
                        .generate(
                                "opendsr",
                                "-keyalg",
                                "RSA",
                                "-keysize",
                                "2048",
                                "-sigalg",
                                "SHA256withRSA",
                                "-dname",
                                "CN=localhost",
                                "-validity",
                                "3650");
            }
            return file;
        }
    }

    String openDsrPassword() {
        return KEYSTORE_PASSWORD;
    }

    /** Whole or not at all, and for nobody else's eyes. */
    private static void write(Path file, String text) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".new");
        Files.deleteIfExists(unfinished);
        Files.createFile(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(unfinished, text, StandardCharsets.US_ASCII);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path folder() {
        Path folder = layout.data().resolve("keys");
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot make " + folder, e);
        }
    }
}
