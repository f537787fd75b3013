package dev.aisle.local.stack;

import dev.aisle.local.shell.CommandFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A PKCS #12 file, made by the JDK's keytool: the JDK has no public way to make a certificate. */
public record KeyStoreFile(Path file, String password) {
    /**
     * A new key pair and its certificate.
     *
     * @param options of keytool: algorithm, subject, what it is signed by
     */
    public void generate(String name, String... options) {
        var words = new ArrayList<>(List.of("-genkeypair", "-alias", name));
        words.addAll(List.of(options));
        keytool(words);
    }

    private void keytool(List<String> words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(words);
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", password));
        try {
            var process = new ProcessBuilder(command).redirectErrorStream(true).start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CommandFailure("keytool could not write " + file + ": " + said.strip());
            }
        } catch (IOException e) {
            throw new CommandFailure("keytool can't be run: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("Interrupted.", e);
        }
    }
}
