package dev.aisle.e2e.chart;

import dev.aisle.local.stack.KeyStoreFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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
    private final KeyStoreFile file;

    private Authority(KeyStoreFile file) {
        this.file = file;
    }

    /** A new one, whose keys lie in a file of that folder; whoever calls from outside has a certificate as well. */
    static Authority in(Path folder) throws IOException {
        Path file = Files.createDirectories(folder).resolve("authority.p12");
        Files.deleteIfExists(file);
        Authority authority = new Authority(new KeyStoreFile(file, PASSWORD));
        authority.make(OWN, "-ext", "bc:c", "-ext", "ku:c=keyCertSign");
        authority.sign(CALLER, "dns:localhost");
        return authority;
    }

    /** What the Secret {@code NAME-tls} has in it. */
    Map<String, byte[]> issue(String name, String address) throws GeneralSecurityException {
        sign(name, "dns:" + name + ",ip:" + address);
        KeyStore store = file.open();
        return Map.of(
                "tls.crt",
                (pem("CERTIFICATE", store.getCertificate(name).getEncoded())
                                + pem("CERTIFICATE", store.getCertificate(OWN).getEncoded()))
                        .getBytes(StandardCharsets.US_ASCII),
                "tls.key",
                pem("PRIVATE KEY", store.getKey(name, PASSWORD.toCharArray()).getEncoded())
                        .getBytes(StandardCharsets.US_ASCII),
                "ca.crt",
                certificate());
    }

    /** Its own certificate, as PEM. */
    byte[] certificate() throws GeneralSecurityException {
        return pem("CERTIFICATE", file.open().getCertificate(OWN).getEncoded()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Key and certificate as a PKCS #12 file. */
    byte[] keys(String name, String address, String password) throws GeneralSecurityException, IOException {
        sign(name, "dns:" + name + ",ip:" + address);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        alone(name, password).store(bytes, password.toCharArray());
        return bytes.toByteArray();
    }

    private KeyStore alone(String name, String password) throws GeneralSecurityException, IOException {
        KeyStore store = file.open();
        KeyStore alone = KeyStore.getInstance("PKCS12");
        alone.load(null, null);
        alone.setKeyEntry(
                name,
                store.getKey(name, PASSWORD.toCharArray()),
                password.toCharArray(),
                store.getCertificateChain(name));
        return alone;
    }

    /** A new key and certificate, in the place of what has that name. */
    private void sign(String name, String alternatives) {
        make(name, "-signer", OWN, "-signerkeypass", PASSWORD, "-ext", "san=" + alternatives);
    }

    private void make(String name, String... more) {
        List<String> options = new ArrayList<>(
                List.of("-keyalg", "EC", "-groupname", "secp256r1", "-dname", "CN=" + name, "-validity", "2"));
        options.addAll(List.of(more));
        file.generate(name, options.toArray(String[]::new));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(bytes) + "\n-----END "
                + what + "-----\n";
    }

    /** For a caller who trusts the authority and shows a certificate of it. */
    SSLContext caller() throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(alone(CALLER, PASSWORD), PASSWORD.toCharArray());
        return context(keys.getKeyManagers());
    }

    /** For one who trusts it and has none. */
    SSLContext stranger() throws GeneralSecurityException, IOException {
        return context(new KeyManager[0]);
    }

    private SSLContext context(KeyManager[] keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(OWN, file.open().getCertificate(OWN));
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }
}
