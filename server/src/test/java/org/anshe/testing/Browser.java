package org.anshe.testing;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import jakarta.servlet.http.Cookie;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Somebody at a browser: keeps the session cookie and sends the forgery token, from an address of its own. */
public final class Browser {

    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final MockMvc mvc;
    private final String address;
    private final String agent;
    private @Nullable Cookie session;

    public Browser(MockMvc mvc, String agent) {
        this.mvc = mvc;
        this.agent = agent;
        int number = ADDRESSES.incrementAndGet();
        this.address = "198.51." + number / 250 + "." + (1 + number % 250);
    }

    public String address() {
        return address;
    }

    public @Nullable Cookie session() {
        return session;
    }

    /** Takes over a session cookie, as a thief or a second tab would. */
    public Browser with(@Nullable Cookie stolen) {
        session = stolen;
        return this;
    }

    public ResultActions logIn(String login, String password) throws Exception {
        return post("/api/session", "{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}");
    }

    public ResultActions get(String path) throws Exception {
        return send(HttpMethod.GET, path, null);
    }

    public ResultActions post(String path, String json) throws Exception {
        return send(HttpMethod.POST, path, json);
    }

    public ResultActions delete(String path) throws Exception {
        return send(HttpMethod.DELETE, path, null);
    }

    public ResultActions send(HttpMethod method, String path, @Nullable String json) throws Exception {
        MockHttpServletRequestBuilder sent = request(method, path)
                .cookie(new Cookie("XSRF-TOKEN", "test-token"))
                .header("X-XSRF-TOKEN", "test-token")
                .header("User-Agent", agent)
                .with(request -> {
                    request.setRemoteAddr(address);
                    return request;
                });
        if (session != null) {
            sent.cookie(session);
        }
        if (json != null) {
            sent.contentType(MediaType.APPLICATION_JSON).content(json);
        }
        ResultActions result = mvc.perform(sent);
        Cookie received = result.andReturn().getResponse().getCookie("ANSHE_SESSION");
        if (received != null) {
            session = received.getMaxAge() == 0 ? null : received;
        }
        return result;
    }
}
