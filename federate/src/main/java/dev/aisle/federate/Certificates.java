package dev.aisle.federate;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority and certificates for trying on one machine. In earnest partners bring certificates of an authority that they agreed on. */
public final class Certificates {
    /** Opens the key stores of a trial. */
    public static final String TRIAL_PASSWORD = "only-for-trying";

    private static final Period VALID = Period.ofDays(30);

    private final SecureRandom random = new SecureRandom();
    private final Path folder;
    private final KeyPair authorityKeys = keys();
    private final X509Certificate authority;

    /**
     * Creates an authority.
     *
     * @param folder where the files go, created when missing
     */
    public Certificates(Path folder) {
        this.folder = folder;
        X500Principal name = new X500Principal("CN=Aisle federation for trying");
        this.authority = certificate(name, name, authorityKeys, authorityKeys.getPrivate(), true);
        try {
            Files.createDirectories(folder);
            Files.writeString(authorityFile(), pem(authority), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UsageException("--out " + folder + ": " + e.getMessage());
        }
    }

    /** Where the authority's certificate is. */
    public Path authorityFile() {
        return folder.resolve("authority.pem");
    }

    /** Creates {@code NAME.p12} for each name. */
    public void create(List<String> names) {
        names.forEach(this::create);
    }

    private void create(String name) {
        KeyPair keys = keys();
        X509Certificate certificate = certificate(
                new X500Principal("CN=" + name),
                authority.getSubjectX500Principal(),
                keys,
                authorityKeys.getPrivate(),
                false);
        try (OutputStream file = Files.newOutputStream(keyStore(name))) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(
                    name, keys.getPrivate(), TRIAL_PASSWORD.toCharArray(), new Certificate[] {certificate, authority});
            store.store(file, TRIAL_PASSWORD.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new UsageException("--out " + folder + ": " + e.getMessage());
        }
    }

    /** Where the key of a name is. */
    public Path keyStore(String name) {
        return folder.resolve(name + ".p12");
    }

    /** The credentials of a name. */
    public Credentials credentials(String name) {
        return Credentials.read(keyStore(name), TRIAL_PASSWORD.toCharArray(), authorityFile());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this JDK has no P-256", e);
        }
    }

    private X509Certificate certificate(
            X500Principal subject, X500Principal issuer, KeyPair keys, PrivateKey signing, boolean signsOthers) {
        Instant now = Instant.now();
        Date until = Date.from(now.atZone(ZoneOffset.UTC).plus(VALID).toInstant());
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    new BigInteger(64, random).add(BigInteger.ONE),
                    Date.from(now.minusSeconds(300)),
                    until,
                    subject,
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(signsOthers));
            if (!signsOthers) {
                GeneralName[] names = {
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                };
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(signing)));
        } catch (CertIOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException("a certificate couldn't be made", e);
        }
    }

    private static String pem(X509Certificate certificate) {
        try {
            String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded());
            return "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a certificate couldn't be written", e);
        }
    }
}
