package dev.aisle.e2e.chart;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Signs certificates, as cert-manager does in a cluster. */
final class Authority {
    private static final String OWN = "authority";
    private static final String CALLER = "caller";
    private static final String PASSWORD = "of-a-trial";
    private static final Duration VALID = Duration.ofDays(1);

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Signed caller;
    private long serial;

    private record Signed(PrivateKey key, X509Certificate certificate) {}

    /** Whoever calls from outside has a certificate of it as well. */
    Authority() throws GeneralSecurityException, IOException {
        KeyPair own = pair();
        key = own.getPrivate();
        certificate = certificate(
                OWN,
                own,
                Map.of(
                        Extension.basicConstraints,
                        new BasicConstraints(true),
                        Extension.keyUsage,
                        new KeyUsage(KeyUsage.keyCertSign)));
        caller = sign(CALLER, new GeneralName(GeneralName.dNSName, "localhost"));
    }

    /** What the Secret {@code NAME-tls} has in it. */
    Map<String, byte[]> issue(String name, String address) throws GeneralSecurityException, IOException {
        Signed signed = signed(name, address);
        return Map.of(
                "tls.crt",
                (pem("CERTIFICATE", signed.certificate().getEncoded()) + pem("CERTIFICATE", certificate.getEncoded()))
                        .getBytes(StandardCharsets.US_ASCII),
                "tls.key",
                pem("PRIVATE KEY", signed.key().getEncoded()).getBytes(StandardCharsets.US_ASCII),
                "ca.crt",
                certificate());
    }

    /** Its own certificate, as PEM. */
    byte[] certificate() throws GeneralSecurityException {
        return pem("CERTIFICATE", certificate.getEncoded()).getBytes(StandardCharsets.US_ASCII);
    }

    /** Key and certificate as a PKCS #12 file. */
    byte[] keys(String name, String address, String password) throws GeneralSecurityException, IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        store(name, signed(name, address), password).store(bytes, password.toCharArray());
        return bytes.toByteArray();
    }

    private KeyStore store(String name, Signed signed, String password) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry(
                name, signed.key(), password.toCharArray(), new X509Certificate[] {signed.certificate(), certificate});
        return store;
    }

    private Signed signed(String name, String address) throws GeneralSecurityException, IOException {
        return sign(name, new GeneralName(GeneralName.dNSName, name), new GeneralName(GeneralName.iPAddress, address));
    }

    private Signed sign(String name, GeneralName... alternatives) throws GeneralSecurityException, IOException {
        KeyPair pair = pair();
        return new Signed(
                pair.getPrivate(),
                certificate(name, pair, Map.of(Extension.subjectAlternativeName, new GeneralNames(alternatives))));
    }

    private static KeyPair pair() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private X509Certificate certificate(String name, KeyPair pair, Map<ASN1ObjectIdentifier, ASN1Encodable> extensions)
            throws GeneralSecurityException, IOException {
        Instant now = Instant.now();
        serial++;
        var builder = new JcaX509v3CertificateBuilder(
                new X500Principal("CN=" + OWN),
                BigInteger.valueOf(serial),
                Date.from(now.minus(VALID)),
                Date.from(now.plus(VALID)),
                new X500Principal("CN=" + name),
                pair.getPublic());
        for (var extension : extensions.entrySet()) {
            // Names aren't critical beside a subject; what an authority may do is.
            builder.addExtension(
                    extension.getKey(),
                    !Extension.subjectAlternativeName.equals(extension.getKey()),
                    extension.getValue());
        }
        try {
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(key)));
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
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
        keys.init(store(CALLER, caller, PASSWORD), PASSWORD.toCharArray());
        return context(keys.getKeyManagers());
    }

    /** For one who trusts it and has none. */
    SSLContext stranger() throws GeneralSecurityException, IOException {
        return context(new KeyManager[0]);
    }

    private SSLContext context(KeyManager[] keys) throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(OWN, certificate);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLSv1.3");
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }
}
