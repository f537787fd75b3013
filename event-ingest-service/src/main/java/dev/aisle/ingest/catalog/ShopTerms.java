package dev.aisle.ingest.catalog;

import dev.aisle.ingest.catalog.documents.Terms;
import dev.aisle.platform.domains.Domains;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Currency;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** What this shop's documents are read with. */
@Singleton
class ShopTerms {
    private final String tenant;
    private final Currency currency;
    private final Domains domains;

    ShopTerms(
            @ConfigProperty(name = "aisle.tenant") String tenant,
            @ConfigProperty(name = "aisle.currency", defaultValue = "USD") String currency,
            Domains domains) {
        this.tenant = tenant;
        this.currency = Currency.getInstance(currency);
        this.domains = domains;
    }

    /** The terms of a request that comes now; its documents are from now when nothing else is said. */
    public Terms of(@Nullable Instant sourceTime) {
        Instant now = Instant.now();
        return new Terms(tenant, currency, sourceTime == null ? now : sourceTime, now, domains);
    }
}
