package org.anshe.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Looks for the handler of an address with an id among those alone whose pattern has the address's literal parts.
 * Otherwise each of some hundred mappings is asked for its method, its parameters and its media types first, and its
 * path last.
 */
@Component
class QuickMappings implements WebMvcRegistrations {

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new ByLiterals();
    }

    private static final class ByLiterals extends RequestMappingHandlerMapping {

        private static final String ANY = "/**";

        private final Map<RequestMappingInfo, String> patterns = new ConcurrentHashMap<>();
        private final ThreadLocal<String> wanted = new ThreadLocal<>();

        @Override
        protected @Nullable HandlerMethod lookupHandlerMethod(String lookupPath, HttpServletRequest request)
                throws Exception {
            wanted.set(lookupPath);
            try {
                return super.lookupHandlerMethod(lookupPath, request);
            } finally {
                wanted.remove();
            }
        }

        @Override
        protected @Nullable RequestMappingInfo getMatchingMapping(
                RequestMappingInfo mapping, HttpServletRequest request) {
            String path = wanted.get();
            if (path != null && !mayMatch(patterns.computeIfAbsent(mapping, ByLiterals::pattern), path)) {
                return null;
            }
            return super.getMatchingMapping(mapping, request);
        }

        private static String pattern(RequestMappingInfo mapping) {
            PathPatternsRequestCondition condition = mapping.getPathPatternsCondition();
            return condition == null || condition.getPatterns().size() != 1
                    ? ANY
                    : condition.getFirstPattern().getPatternString();
        }
    }

    /**
     * Whether a path may match, as far as the pattern says it letter by letter and names whole segments ({@code {id}});
     * everything else, encoded letters too, is left to the pattern itself.
     */
    static boolean mayMatch(String pattern, String path) {
        int at = 0;
        for (int i = 0; i < pattern.length(); i++) {
            char wanted = pattern.charAt(i);
            if (wanted == '*' || wanted == '?') {
                return true;
            }
            if (wanted == '{') {
                int end = nameEnd(pattern, i);
                int slash = path.indexOf('/', at);
                if (end < 0 || slash == at) {
                    return true;
                }
                i = end;
                at = slash < 0 ? path.length() : slash;
            } else if (at == path.length()) {
                return false;
            } else if (path.charAt(at) == wanted) {
                at++;
            } else {
                return path.charAt(at) == '%' || path.charAt(at) == ';';
            }
        }
        return at == path.length() || path.charAt(at) == ';';
    }

    /** Where a name that fills its segment ends; negative for a pattern within the segment. */
    private static int nameEnd(String pattern, int from) {
        for (int i = from + 1; i < pattern.length(); i++) {
            char one = pattern.charAt(i);
            if (one == '}') {
                return i + 1 == pattern.length() || pattern.charAt(i + 1) == '/' ? i : -1;
            }
            if (!Character.isJavaIdentifierPart(one) && one != '-') {
                return -1;
            }
        }
        return -1;
    }
}
