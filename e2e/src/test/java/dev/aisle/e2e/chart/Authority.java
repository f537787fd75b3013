package dev.aisle.e2e.chart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Signs certificates, as cert-manager does in a cluster. */
final class Authority {
    private static final String PASSWORD = "of-a-trial";
    private static final String OWN = "authority";
    private static final String CALLER = "caller";
    private final Path file;

    private Authority(Path file) {
        this.file = file;
    }

    /** A new one, whose keys lie in a file of that folder; whoever calls from outside has a certificate as well. */
    static Authority in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Authority authority = new Authority(folder.resolve("authority.p12"));
        Files.deleteIfExists(authority.file);
        authority.keytool(OWN, "-ext", "bc:c", "-ext", "ku:c=keyCertSign");
        authority.sign(CALLER, "dns:localhost");
        return authority;
    }

    /** What the Secret {@code NAME-tls} has in it. */
    Map<String, String> issue(String name, String address) throws Exception {
        sign(name, "dns:" + name + ",ip:" + address);
        KeyStore store = store();
        return Map.of(
                "tls.crt",
                pem("CERTIFICATE", store.getCertificate(name).getEncoded())
                        + pem("CERTIFICATE", store.getCertificate(OWN).getEncoded()),
                "tls.key",
                pem("PRIVATE KEY", store.getKey(name, PASSWORD.toCharArray()).getEncoded()),
                "ca.crt",
                pem("CERTIFICATE", store.getCertificate(OWN).getEncoded()));
    }

    /** A new key and certificate, in the place of what has that name. */
    private void sign(String name, String alternatives) throws IOException, InterruptedException {
        if (Files.exists(file)) {
            run(List.of("-delete", "-alias", name), false);
        }
        keytool(name, "-signer", OWN, "-signerkeypass", PASSWORD, "-ext", "san=" + alternatives);
    }

    private void keytool(String name, String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "-genkeypair", "-alias", name, "-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + name));
        words.addAll(List.of("-validity", "2"));
        words.addAll(List.of(more));
        run(words, true);
    }

    private void run(List<String> words, boolean must) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(words);
        command.addAll(List.of("-storetype", "PKCS12", "-keystore", file.toString(), "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 && must) {
            throw new IOException("keytool: " + said);
        }
    }

    private KeyStore store() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII)).encodeToString(bytes) + "\n-----END "
                + what + "-----\n";
    }

    /** For a caller who trusts the authority and shows a certificate of it. */
    SSLContext caller() throws GeneralSecurityException, IOException {
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        KeyStore store = store();
        own.setKeyEntry(
                CALLER,
                store.getKey(CALLER, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                store.getCertificateChain(CALLER));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(own, PASSWORD.toCharArray());
        return context(keys.getKeyManagers());
    }

    /** For one who trusts it and has none. */
    SSLContext stranger() throws GeneralSecurityException, IOException {
        return context(new KeyManager[0]);
    }

    private SSLContext context(KeyManager[] keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(OWN, store().getCertificate(OWN));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }
}
