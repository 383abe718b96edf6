import { ShopFrame } from '#ui/shop-frame.tsx'
import { useSite } from '#ui/site.tsx'

export function HomePage() {
  const { settings } = useSite()
  return (
    <ShopFrame title={settings.shop.name}>
      <h1>{settings.shop.name}</h1>
    </ShopFrame>
  )
}
