package dev.aisle.federate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * Who somebody is, and whom they trust.
 *
 * @param tls mutual TLS with them
 * @param certificate the own one
 * @param key its private key
 * @param authority who signs the certificates of everybody in the agreement
 */
public record Credentials(SSLContext tls, X509Certificate certificate, PrivateKey key, X509Certificate authority) {
    /**
     * Reads them.
     *
     * @param keyStore PKCS#12 with one key
     * @param authority certificate, PEM or DER
     * @throws UsageException when a file can't be read or isn't what it should be
     */
    public static Credentials read(Path keyStore, char[] password, Path authority) {
        try (InputStream keys = Files.newInputStream(keyStore);
                InputStream trusted = Files.newInputStream(authority)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(keys, password);
            String alias = store.aliases().nextElement();
            X509Certificate root =
                    (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(trusted);
            return new Credentials(
                    tls(store, password, root),
                    (X509Certificate) store.getCertificate(alias),
                    (PrivateKey) store.getKey(alias, password),
                    root);
        } catch (IOException | GeneralSecurityException e) {
            throw new UsageException("key-store " + keyStore + " or authority " + authority + ": " + e.getMessage());
        }
    }

    private static SSLContext tls(KeyStore store, char[] password, X509Certificate root)
            throws GeneralSecurityException, IOException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("authority", root);
        TrustManagerFactory trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusted.init(trust);
        SSLContext tls = SSLContext.getInstance("TLSv1.3");
        tls.init(keys.getKeyManagers(), trusted.getTrustManagers(), null);
        return tls;
    }

    /** The own name. */
    public String name() {
        return name(certificate);
    }

    /** The common name of a certificate. */
    public static String name(X509Certificate certificate) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().stream()
                            .filter(part -> part.getType().equalsIgnoreCase("CN"))
                            .map(part -> part.getValue().toString())
                            .findFirst()
                            .orElseThrow(() -> new RefusedException("certificate: expected a common name"));
        } catch (InvalidNameException e) {
            throw new RefusedException("certificate: its subject can't be read");
        }
    }

    /** @throws RefusedException when a certificate isn't the partner's, expired, or not signed by the authority */
    public void check(String partner, X509Certificate other) {
        try {
            other.checkValidity();
            other.verify(authority.getPublicKey());
        } catch (GeneralSecurityException e) {
            throw new RefusedException("certificate of " + partner + ": " + e.getMessage());
        }
        if (!name(other).equals(partner)) {
            throw new RefusedException("certificate of " + partner + ": it is that of " + name(other));
        }
    }

    /** Two partners with one key would be one partner who is counted twice. */
    public static boolean sameKey(X509Certificate one, X509Certificate other) {
        return Arrays.equals(
                one.getPublicKey().getEncoded(), other.getPublicKey().getEncoded());
    }
}
