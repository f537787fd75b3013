package dev.aisle.local;

import dev.aisle.local.client.ApiClient;
import dev.aisle.local.client.Call;
import dev.aisle.local.shell.Arguments;
import dev.aisle.local.shell.CommandFailure;
import dev.aisle.local.stack.IssuerClients;
import dev.aisle.local.stack.Layout;
import dev.aisle.local.stack.Part;

/** {@code ./aisle token CLIENT}: a bearer token of the local issuer, for calls by hand. */
final class TokenCommand {
    private static final String BEARER = "Bearer ";
    private final Arguments arguments;
    private final Layout layout;

    TokenCommand(Arguments arguments, Layout layout) {
        this.arguments = arguments;
        this.layout = layout;
    }

    int run() {
        arguments.allow("port-base", "home");
        if (arguments.operands().size() > 1) {
            throw new CommandFailure("token takes one client of " + clients() + "; none is demo, who has every role.");
        }
        var client =
                arguments.operands().isEmpty() ? "demo" : arguments.operands().getFirst();
        if (!IssuerClients.names().contains(client)) {
            throw new CommandFailure("token knows no client \"" + client + "\"; there are " + clients() + ".");
        }
        var call = Call.get(Part.INGEST, "/").as(client);
        System.out.println(new ApiClient(layout.ports()).authorization(call).substring(BEARER.length()));
        return 0;
    }

    private static String clients() {
        return String.join(", ", IssuerClients.names());
    }
}
