package mcnet.remote;

import com.jcraft.jsch.Identity;
import net.schmizz.sshj.common.Buffer;
import net.schmizz.sshj.common.SSHPacket;
import net.schmizz.sshj.userauth.UserAuthException;
import net.schmizz.sshj.userauth.method.AbstractAuthMethod;

/** Public key authentication with a key that an agent holds; the signature goes at once, as with {@link SignedKey}. */
final class AgentKey extends AbstractAuthMethod {
    private final Identity key;

    AgentKey(Identity key) {
        super("publickey");
        this.key = key;
    }

    @Override
    protected SSHPacket buildReq() throws UserAuthException {
        String algorithm = key.getAlgName().equals("ssh-rsa") ? "rsa-sha2-512" : key.getAlgName();
        SSHPacket request = super.buildReq().putBoolean(true).putString(algorithm).putString(key.getPublicKeyBlob());
        byte[] signature = key.getSignature(new Buffer.PlainBuffer()
                .putString(params.getTransport().getSessionID())
                .putBuffer(request)
                .getCompactData(), algorithm);
        if (signature == null) throw new UserAuthException("the agent does not sign with " + key.getName());
        return request.putString(signature);
    }
}
