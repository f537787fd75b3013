package dev.aisle.e2e.security;

import dev.aisle.local.stack.KeyStoreFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A certificate for this machine, signed by itself. */
final class Certificates {
    private Certificates() {}

    /** Writes a PKCS #12 file, in the place of one that is there. */
    static void make(Path file, String password) throws IOException {
        Files.deleteIfExists(file);
        new KeyStoreFile(file, password)
                .generate(
                        "server",
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost,ip:127.0.0.1",
                        "-validity",
                        "2");
    }
}
