/** What a buyer types into the order form. */
export const ANNE = {
  email: 'anne.le-goff@example.com',
  first_name: 'Anne',
  last_name: 'Le Goff',
  line1: '12 rue du Port',
  postal_code: '29200',
  city: 'Brest',
  terms: 'yes',
}

/** Where the order form is. */
export const ORDER_FORM = '.checkout form'
