package org.anshe.notification.internal;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.anshe.notification.NotificationProblem;
import org.anshe.shared.ProblemException;
import org.apache.hc.client5.http.DnsResolver;
import org.springframework.stereotype.Component;

/**
 * Keeps webhooks from reaching into the server's own network. The name is judged when a target is saved and again by
 * the connection itself, on the very addresses it is about to use, so that a name that changes in between gains
 * nothing.
 */
@Component
class AddressGuard implements DnsResolver {

    private final boolean allowPrivate;

    @org.springframework.beans.factory.annotation.Autowired
    AddressGuard(NotificationSettings settings) {
        this(settings.webhook().allowPrivate());
    }

    AddressGuard(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    /** Refused when no connection to it would be allowed. */
    void check(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            if (!web || uri.getHost() == null || uri.getUserInfo() != null || uri.getFragment() != null) {
                throw new ProblemException(NotificationProblem.BAD_URL);
            }
            resolve(bare(uri.getHost()));
        } catch (URISyntaxException | UnknownHostException e) {
            boolean reachesInside = e instanceof PrivateAddress;
            ProblemException refusal = new ProblemException(
                    reachesInside ? NotificationProblem.PRIVATE_ADDRESS : NotificationProblem.BAD_URL);
            refusal.initCause(e);
            throw refusal;
        }
    }

    /** Java writes the brackets of an IPv6 address into the host. */
    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] found = InetAddress.getAllByName(host);
        if (!allowPrivate && Arrays.stream(found).anyMatch(address -> !isPublic(address))) {
            throw new PrivateAddress(host);
        }
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    static final class PrivateAddress extends UnknownHostException {

        private static final long serialVersionUID = 1L;

        PrivateAddress(String host) {
            super(host + " leads into the own network");
        }
    }

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return switch (address) {
            case Inet4Address four -> isPublic(four.getAddress(), 0);
            case Inet6Address six -> isPublicSix(six.getAddress());
            default -> false;
        };
    }

    /** RFC 6890: this network, shared space, protocol assignments, documentation, benchmarks, reserved. */
    private static boolean isPublic(byte[] address, int at) {
        int a = address[at] & 0xff;
        int b = address[at + 1] & 0xff;
        int c = address[at + 2] & 0xff;
        return !(a == 0
                || a == 10
                || a == 127
                || a >= 224
                || (a == 100 && b >= 64 && b < 128)
                || (a == 169 && b == 254)
                || (a == 172 && b >= 16 && b < 32)
                || (a == 192 && b == 168)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113));
    }

    /** Only global unicast, and none that carries an IPv4 address of the own network (6to4, NAT64, Teredo). */
    private static boolean isPublicSix(byte[] address) {
        int first = (address[0] & 0xff) << 8 | address[1] & 0xff;
        int second = (address[2] & 0xff) << 8 | address[3] & 0xff;
        if (first == 0x2002) {
            return isPublic(address, 2);
        }
        if (first == 0x0064 && second == 0xff9b) {
            return isPublic(address, 12);
        }
        boolean globalUnicast = (first & 0xe000) == 0x2000;
        boolean special = first == 0x2001 && (second < 0x0200 || second == 0x0db8);
        return globalUnicast && !special;
    }
}
