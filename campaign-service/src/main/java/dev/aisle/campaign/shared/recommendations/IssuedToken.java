package dev.aisle.campaign.shared.recommendations;

import dev.aisle.campaign.shared.CampaignSettings;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.runtime.TokensHelper;
import jakarta.inject.Singleton;

/** The token of the issuer by client credentials, kept until shortly before it ends. */
@Singleton
final class IssuedToken implements ServiceToken {
    private final OidcClient client;
    private final CampaignSettings settings;
    private final TokensHelper tokens = new TokensHelper();

    IssuedToken(OidcClient client, CampaignSettings settings) {
        this.client = client;
        this.settings = settings;
    }

    @Override
    public String bearer() {
        return tokens.getTokens(client).await().atMost(settings.tokenDeadline()).getAccessToken();
    }
}
