package dev.aisle.platform.security;

import io.vertx.core.Vertx;
import io.vertx.core.net.KeyCertOptions;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * The certificate that is shown and those that are trusted, for whoever holds on to its managers: each handshake takes what is there then, so that a renewal
 * needs no new context and refuses nobody meanwhile.
 */
final class RenewableManagers {
    private final Vertx vertx;
    private volatile X509ExtendedKeyManager keys;
    private volatile X509ExtendedTrustManager trust;

    /**
     * Begins with these.
     *
     * @param own null shows none
     * @param trusted null trusts what the JDK trusts
     */
    RenewableManagers(Vertx vertx, @Nullable KeyCertOptions own, @Nullable KeyStore trusted) throws Exception {
        this.vertx = vertx;
        this.keys = keysOf(own);
        this.trust = trustOf(trusted);
    }

    /** Takes these from the next handshake on; those of before stay when nothing can be made of them. */
    void renew(@Nullable KeyCertOptions own, @Nullable KeyStore trusted) throws Exception {
        X509ExtendedKeyManager nextKeys = keysOf(own);
        X509ExtendedTrustManager nextTrust = trustOf(trusted);
        keys = nextKeys;
        trust = nextTrust;
    }

    private X509ExtendedKeyManager keysOf(@Nullable KeyCertOptions own) throws Exception {
        KeyManagerFactory factory = own == null ? withoutKeys() : own.getKeyManagerFactory(vertx);
        return first(factory.getKeyManagers(), X509ExtendedKeyManager.class);
    }

    private static KeyManagerFactory withoutKeys() throws GeneralSecurityException {
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(null, null);
        return factory;
    }

    /** Without a store those of the JDK. */
    private static X509ExtendedTrustManager trustOf(@Nullable KeyStore trusted) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return first(factory.getTrustManagers(), X509ExtendedTrustManager.class);
    }

    private static <T> T first(Object[] managers, Class<T> kind) {
        return Arrays.stream(managers)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("There is no " + kind.getSimpleName()));
    }

    X509ExtendedKeyManager keys() {
        return new Keys();
    }

    X509ExtendedTrustManager trust() {
        return new Trust();
    }

    private final class Keys extends X509ExtendedKeyManager {
        @Override
        public String @Nullable [] getClientAliases(String type, Principal @Nullable [] issuers) {
            return keys.getClientAliases(type, issuers);
        }

        @Override
        public @Nullable String chooseClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return keys.chooseClientAlias(types, issuers, socket);
        }

        @Override
        public @Nullable String chooseEngineClientAlias(
                String[] types, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return keys.chooseEngineClientAlias(types, issuers, engine);
        }

        @Override
        public String @Nullable [] getServerAliases(String type, Principal @Nullable [] issuers) {
            return keys.getServerAliases(type, issuers);
        }

        @Override
        public @Nullable String chooseServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable Socket socket) {
            return keys.chooseServerAlias(type, issuers, socket);
        }

        @Override
        public @Nullable String chooseEngineServerAlias(
                String type, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
            return keys.chooseEngineServerAlias(type, issuers, engine);
        }

        @Override
        public X509Certificate @Nullable [] getCertificateChain(String alias) {
            return keys.getCertificateChain(alias);
        }

        @Override
        public @Nullable PrivateKey getPrivateKey(String alias) {
            return keys.getPrivateKey(alias);
        }
    }

    private final class Trust extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            trust.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            trust.checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            trust.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            trust.checkServerTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            trust.checkClientTrusted(chain, type);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            trust.checkServerTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return trust.getAcceptedIssuers();
        }
    }
}
